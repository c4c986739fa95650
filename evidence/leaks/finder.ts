import { shortest } from './spellings.ts'

/** Whether a text holds one of many needles, in any letter case: by their beginnings, for there are thousands. */
export function createFinder(needles: readonly string[]): (text: string) => boolean {
  const byBeginning = new Map<string, string[]>()
  for (const needle of new Set(needles.map((one) => one.toLowerCase()))) {
    const beginning = needle.slice(0, shortest)
    const others = byBeginning.get(beginning)
    if (others) others.push(needle)
    else byBeginning.set(beginning, [needle])
  }
  return (text) => {
    const lowered = text.toLowerCase()
    for (let at = 0; at + shortest <= lowered.length; at += 1) {
      const candidates = byBeginning.get(lowered.slice(at, at + shortest)) ?? []
      if (candidates.some((needle) => lowered.startsWith(needle, at))) return true
    }
    return false
  }
}
