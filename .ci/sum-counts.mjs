import { readFileSync } from 'node:fs'

// Every part of the run ends with "N passed, N failed, N skipped" on a line of its own.
const [, , file] = process.argv
const lines = readFileSync(file, 'utf8').matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)
const totals = [0, 0, 0]
for (const [, ...counts] of lines)
  counts.forEach((count, at) => {
    totals[at] += Number(count)
  })
const [passed, failed, skipped] = totals
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
