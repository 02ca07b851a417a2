/**
 * Roots of a smooth curve on a bracket: Newton's step where it stays inside, bisection where it does not.
 *
 * @module
 */

/** The height of a curve and its slope at one place. */
export interface Point {
  readonly value: number
  readonly slope: number
}

export type Curve = (x: number) => Point

const MAX_STEPS = 200
/** Two guesses this close are one: far below any decimal a rate is compared in, above the noise of the sums. */
const CLOSE = 4e-15

/**
 * The root between two places where the curve has opposite signs; null where it has not.
 *
 * @param guess where to start, inside the bracket
 */
export function rootBetween(curve: Curve, low: number, high: number, guess = (low + high) / 2): number | null {
  const atLow = curve(low).value
  const atHigh = curve(high).value
  if (atLow === 0) return low
  if (atHigh === 0) return high
  if (Math.sign(atLow) === Math.sign(atHigh)) return null
  let left = low
  let right = high
  let x = guess > low && guess < high ? guess : (low + high) / 2
  for (let step = 0; step < MAX_STEPS; step++) {
    const { value, slope } = curve(x)
    if (value === 0) return x
    if (Math.sign(value) === Math.sign(atLow)) left = x
    else right = x
    const newton = x - value / slope
    const next = newton > left && newton < right ? newton : (left + right) / 2
    if (Math.abs(next - x) <= CLOSE * Math.max(1, Math.abs(x))) return next
    x = next
  }
  return x
}

/**
 * All roots between two places, found on a grid; two roots inside one cell are found by the turn between them.
 *
 * @param step the width of a cell; roots of even multiplicity count once
 */
export function rootsBetween(curve: Curve, low: number, high: number, step: number): readonly number[] {
  const roots: number[] = []
  const cells = Math.ceil((high - low) / step)
  let left = low
  let atLeft = curve(left)
  for (let cell = 1; cell <= cells; cell++) {
    const right = cell === cells ? high : low + cell * step
    const atRight = curve(right)
    if (atLeft.value === 0) roots.push(left)
    else if (atLeft.value * atRight.value < 0) keep(roots, rootBetween(curve, left, right))
    else if (turnsTowardsZero(atLeft, atRight)) roots.push(...rootsAroundTurn(curve, left, right))
    left = right
    atLeft = atRight
  }
  if (atLeft.value === 0) roots.push(left)
  return roots
}

function turnsTowardsZero(left: Point, right: Point): boolean {
  return left.value * left.slope < 0 && right.value * right.slope > 0
}

function rootsAroundTurn(curve: Curve, low: number, high: number): readonly number[] {
  let left = low
  let right = high
  const falling = Math.sign(curve(low).slope)
  for (let step = 0; step < 60; step++) {
    const middle = (left + right) / 2
    if (Math.sign(curve(middle).slope) === falling) left = middle
    else right = middle
  }
  const turn = (left + right) / 2
  const roots: number[] = []
  if (curve(turn).value === 0) return [turn]
  keep(roots, rootBetween(curve, low, turn))
  keep(roots, rootBetween(curve, turn, high))
  return roots
}

function keep(roots: number[], root: number | null): void {
  if (root !== null) roots.push(root)
}
