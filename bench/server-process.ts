import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const isLinux = process.platform === 'linux'

export const accounting = isLinux
  ? 'CPU from /proc/<pid>/stat, all threads, user and system; memory from /proc/<pid>/status'
  : 'CPU and memory from ps'

/** CPU seconds that a process has used, all its threads together, user and system. */
export function cpuSeconds(pid: number): number {
  return isLinux ? linuxCpuSeconds(pid) : secondsOf(ps('time', pid))
}

/** Resident memory in megabytes. */
export function residentMegabytes(pid: number): number {
  if (!isLinux) return Number(ps('rss', pid)) / 1024
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}

const ticksPerSecond = isLinux ? Number(execFileSync('getconf', ['CLK_TCK'])) : Number.NaN

/** CPU seconds of the children of this process that have ended, and of theirs. Known on Linux only. */
export function endedChildrenCpuSeconds(): number | undefined {
  if (!isLinux) return undefined
  const [, , own = 0, system = 0] = linuxTicks('self')
  return (own + system) / ticksPerSecond
}

function linuxCpuSeconds(pid: number): number {
  const [own = 0, system = 0] = linuxTicks(pid)
  return (own + system) / ticksPerSecond
}

/** `utime`, `stime`, `cutime` and `cstime`: members 14 to 17. */
function linuxTicks(process: number | 'self'): readonly number[] {
  const stat = readFileSync(`/proc/${process}/stat`, 'utf8')
  // The second member is the program's name, which may hold spaces.
  const members = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return members.slice(11, 15).map(Number)
}

function ps(column: string, pid: number): string {
  return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim()
}

/** `[[days-]hours:]minutes:seconds` */
function secondsOf(time: string): number {
  const [clock = '', days = '0'] = time.split('-').reverse()
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return Number(days) * 86_400 + seconds
}
