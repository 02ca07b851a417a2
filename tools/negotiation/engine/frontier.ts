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
  let last = emptyLayer(1)
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

/**
 * With each value of the issue the layer is a row whose `ours` falls and whose `theirs` rises. The rows are merged from
 * our best down, and in each what is no better for them than the last point kept is passed over.
 */
function extendExactly(layer: Layer, own: Float64Array, model: Float64Array, values: readonly number[]): Layer {
  const points = layer.ours.length
  const merged = emptyLayer(points * values.length)
  const next = new Int32Array(values.length)
  const addOurs = Float64Array.from(values, (value) => at(own, value))
  const addTheirs = Float64Array.from(values, (value) => at(model, value))
  let best = Number.NEGATIVE_INFINITY
  let count = 0
  for (;;) {
    let row = -1
    let u = Number.NEGATIVE_INFINITY
    let v = Number.NEGATIVE_INFINITY
    for (let r = 0; r < next.length; r += 1) {
      let p = next[r] ?? 0
      const theirs = addTheirs[r] ?? 0
      while (p < points && at(layer.theirs, p) + theirs <= best + TINY) p += 1
      next[r] = p
      if (p === points) continue
      const ours = at(layer.ours, p) + (addOurs[r] ?? 0)
      // Two points may become one by rounding; the later is better for them.
      while (p + 1 < points && at(layer.ours, p + 1) + (addOurs[r] ?? 0) === ours) p += 1
      next[r] = p
      const gained = at(layer.theirs, p) + theirs
      if (ours < u || (ours === u && (gained < v || (gained === v && p >= (next[row] ?? 0))))) continue
      row = r
      u = ours
      v = gained
    }
    if (row < 0) return cut(merged, count)
    merged.ours[count] = u
    merged.theirs[count] = v
    merged.from[count] = next[row] ?? 0
    merged.value[count] = values[row] ?? 0
    count += 1
    best = v
  }
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
  return sweep({ ours, theirs, from, value: made })
}

/** Keeps, in place, what is better for them than everything that is better for us; `all` runs from our best down. */
function sweep(all: Layer): Layer {
  let best = Number.NEGATIVE_INFINITY
  let count = 0
  for (let k = 0; k < all.ours.length; k += 1) {
    const theirs = at(all.theirs, k)
    if (theirs <= best + TINY) continue
    best = theirs
    all.ours[count] = at(all.ours, k)
    all.theirs[count] = theirs
    all.from[count] = all.from[k] ?? 0
    all.value[count] = all.value[k] ?? 0
    count += 1
  }
  return cut(all, count)
}

/** What counts as better for them. */
const TINY = 1e-12

function emptyLayer(length: number): Layer {
  return {
    ours: new Float64Array(length),
    theirs: new Float64Array(length),
    from: new Int32Array(length),
    value: new Int32Array(length),
  }
}

function cut({ ours, theirs, from, value }: Layer, count: number): Layer {
  return {
    ours: ours.slice(0, count),
    theirs: theirs.slice(0, count),
    from: from.slice(0, count),
    value: value.slice(0, count),
  }
}

function at(array: Float64Array, place: number): number {
  return array[place] ?? 0
}
