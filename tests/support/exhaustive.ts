/**
 * True in `npm run prove`, which tries every case. `npm test` tries a sample. For one file:
 * `AGENTID_EXHAUSTIVE=1 npm test -- provision/resume.test.ts`
 */
export const isExhaustive = process.env.AGENTID_EXHAUSTIVE === '1'

/** How often a property is tried. */
export const runs = (all: number, some: number): number => (isExhaustive ? all : some)

/** Every case, or every nth of them and the last. */
export function sampleOf<T>(all: readonly T[], every: number): readonly T[] {
  if (isExhaustive) return all
  return all.filter((_, at) => at % every === 0 || at === all.length - 1)
}
