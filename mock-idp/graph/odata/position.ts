import { type Position, tokenProblem } from './skip-token.ts'

/** Whether a place is behind the place a page token names. */
export function isBehind(position: Position, end: Position): boolean {
  if (typeof position === 'number' && typeof end === 'number') return position > end
  if (typeof position === 'string' && typeof end === 'string') return position > end
  throw tokenProblem('The specified page token does not fit this collection')
}
