/**
 * The Pareto frontier of two additive preferences, found issue by issue without listing all agreements.
 *
 * Domination survives adding the same to both sides, so a partial bid that is dominated can never become part of a
 * best one: dropping it is exact. Where the partial frontier grows beyond `RESOLUTION` points, only the best of each
 * slice of own utility is kept, which is wrong by at most a slice (about a thousandth) per issue.
 *
 * @module
 */
import type { Bid, Tables } from './domain.ts'

const EXACT_UP_TO = 768

/** Points from our best to theirs: `ours` falls, `theirs` rises, both strictly. */
export interface Frontier {
  readonly length: number
  readonly ours: Float64Array
  readonly theirs: Float64Array
  bid(place: number): Bid
}

/** The place that is best for them among those worth at least `ours` to us; our best where none is. */
export function placeOf(frontier: Frontier, ours: number): number {
  let place = 0
  while (place + 1 < frontier.length && (frontier.ours[place + 1] ?? 0) >= ours) place += 1
  return place
}

interface Layer {
  readonly ours: Float64Array
  readonly theirs: Float64Array
  /** The point of the layer before, and the value of this issue, that each point is made of. */
  readonly from: Int32Array
  readonly value: Int32Array
}

/** @param resolution how many slices of own utility to tell apart where there are too many points */
export function frontierOf(own: Tables, model: Tables, resolution = 1_024): Frontier {
  const layers: Layer[] = []
  let last: Layer = {
    ours: new Float64Array(1),
    theirs: new Float64Array(1),
    from: new Int32Array(1),
    value: new Int32Array(1),
  }
  // Small issues first: partial frontiers stay small for longer.
  const issues = own.map((_, i) => i).sort((a, b) => (own[a]?.length ?? 0) - (own[b]?.length ?? 0) || a - b)
  for (const issue of issues) {
    last = extend(last, own[issue] ?? new Float64Array(), model[issue] ?? new Float64Array(), resolution)
    layers.push(last)
  }
  const { ours, theirs } = last
  return {
    length: ours.length,
    ours,
    theirs,
    bid(place) {
      const bid = new Array<number>(own.length).fill(0)
      let at = place
      for (let layer = layers.length - 1; layer >= 0; layer -= 1) {
        bid[issues[layer] ?? 0] = layers[layer]?.value[at] ?? 0
        at = layers[layer]?.from[at] ?? 0
      }
      return bid
    },
  }
}

function extend(layer: Layer, own: Float64Array, model: Float64Array, resolution: number): Layer {
  const values = undominated(own, model)
  return layer.ours.length * values.length <= EXACT_UP_TO
    ? extendExactly(layer, own, model, values)
    : extendBySlices(layer, own, model, values, resolution)
}

function undominated(own: Float64Array, model: Float64Array): readonly number[] {
  const order = [...own.keys()].sort((a, b) => at(own, b) - at(own, a) || at(model, b) - at(model, a) || a - b)
  let best = Number.NEGATIVE_INFINITY
  return order.filter((value) => {
    if (at(model, value) <= best) return false
    best = at(model, value)
    return true
  })
}

function extendExactly(layer: Layer, own: Float64Array, model: Float64Array, values: readonly number[]): Layer {
  const width = values.length
  const count = layer.ours.length * width
  const ours = new Float64Array(count)
  const theirs = new Float64Array(count)
  for (let k = 0; k < count; k += 1) {
    const value = values[k % width] ?? 0
    const from = Math.floor(k / width)
    ours[k] = at(layer.ours, from) + at(own, value)
    theirs[k] = at(layer.theirs, from) + at(model, value)
  }
  const order = ascending(count).sort((a, b) => at(ours, b) - at(ours, a) || at(theirs, b) - at(theirs, a) || a - b)
  const from = new Int32Array(count)
  const value = new Int32Array(count)
  for (let k = 0; k < count; k += 1) {
    from[k] = Math.floor(k / width)
    value[k] = values[k % width] ?? 0
  }
  return sweep(order, { ours, theirs, from, value })
}

function extendBySlices(
  layer: Layer,
  own: Float64Array,
  model: Float64Array,
  values: readonly number[],
  resolution: number,
): Layer {
  const most = at(layer.ours, 0) + at(own, values[0] ?? 0)
  const least = at(layer.ours, layer.ours.length - 1) + at(own, values.at(-1) ?? 0)
  const scale = (resolution - 1) / (most - least || 1)
  const ours = new Float64Array(resolution)
  const theirs = new Float64Array(resolution).fill(Number.NEGATIVE_INFINITY)
  const from = new Int32Array(resolution)
  const made = new Int32Array(resolution)
  const points = layer.ours.length
  for (const value of values) {
    const addOurs = at(own, value)
    const addTheirs = at(model, value)
    for (let p = 0; p < points; p += 1) {
      const u = at(layer.ours, p) + addOurs
      const v = at(layer.theirs, p) + addTheirs
      const slice = ((most - u) * scale) | 0
      const held = at(theirs, slice)
      if (v > held || (v === held && u > at(ours, slice))) {
        ours[slice] = u
        theirs[slice] = v
        from[slice] = p
        made[slice] = value
      }
    }
  }
  const order = ascending(resolution)
  return sweep(order, { ours, theirs, from, value: made })
}

/** Keeps what is better for them than everything that is better for us; `order` runs from our best down. */
function sweep(order: Uint32Array, all: Layer): Layer {
  let best = Number.NEGATIVE_INFINITY
  let count = 0
  for (const k of order) {
    if (at(all.theirs, k) > best + 1e-12) {
      best = at(all.theirs, k)
      order[count] = k
      count += 1
    }
  }
  const kept: Layer = {
    ours: new Float64Array(count),
    theirs: new Float64Array(count),
    from: new Int32Array(count),
    value: new Int32Array(count),
  }
  for (let place = 0; place < count; place += 1) {
    const k = order[place] ?? 0
    kept.ours[place] = at(all.ours, k)
    kept.theirs[place] = at(all.theirs, k)
    kept.from[place] = all.from[k] ?? 0
    kept.value[place] = all.value[k] ?? 0
  }
  return kept
}

function ascending(count: number): Uint32Array {
  const order = new Uint32Array(count)
  for (let k = 0; k < count; k += 1) order[k] = k
  return order
}

function at(array: Float64Array, place: number): number {
  return array[place] ?? 0
}
