/** `2/4`: the second of four. */
export type Shard = { readonly number: number; readonly of: number }

/** @throws {TypeError} where it is not a shard */
export function parseShard(text: string): Shard {
  const [, number = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number)
  if (number >= 1 && number <= of) return { number, of }
  throw new TypeError(`${text} is not a shard: expected the second of four as 2/4`)
}

/** Every nth of them, from the one with that number. */
export function partOf<T>(all: readonly T[], { number, of }: Shard): readonly T[] {
  return all.filter((_, at) => at % of === number - 1)
}
