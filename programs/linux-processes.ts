import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A running process. */
export type ProcessName = {
  readonly pid: number
  readonly name: string
  readonly group?: number | undefined
}

const isLinux = process.platform === 'linux'

/** Processes that inherited this text in a variable, except this one. None where there is no `/proc`. */
export function processesWith(text: string): readonly number[] {
  return otherProcesses().filter((pid) => environmentOf(pid)?.includes(text))
}

/** The children of a process, and theirs. */
export function descendantsOf(root: number): readonly number[] {
  const childrenOf = new Map<number, number[]>()
  for (const pid of otherProcesses()) {
    const { parent } = placeOf(pid)
    if (parent !== undefined) childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), pid])
  }
  const found: number[] = []
  const open = [root]
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    const children = childrenOf.get(pid) ?? []
    found.push(...children)
    open.push(...children)
  }
  return found
}

/** What the first files of a process are, such as its pipes: standard output and standard error. */
export function outputsOf(pid: number): readonly string[] {
  if (!isLinux) return []
  return [1, 2].flatMap((file) => linkOf(pid, String(file)) ?? [])
}

/** Processes that hold one of these files open, except this one. */
export function holdersOf(files: readonly string[]): readonly ProcessName[] {
  if (files.length === 0) return []
  return otherProcesses()
    .filter((pid) => filesOf(pid).some((file) => files.includes(linkOf(pid, file) ?? '')))
    .map((pid) => ({ pid, name: nameOf(pid), group: placeOf(pid).group }))
}

function otherProcesses(): readonly number[] {
  if (!isLinux) return []
  const pids = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []))
  return pids.filter((pid) => pid !== process.pid)
}

/** Undefined: it ended meanwhile, or belongs to somebody else. */
function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

function environmentOf(pid: number): Buffer | undefined {
  return attempt(() => readFileSync(`/proc/${pid}/environ`))
}

/** The parent of a process and its group. The name, which may hold anything, is in parentheses before them (proc_pid_stat(5)). */
function placeOf(pid: number): { readonly parent?: number; readonly group?: number } {
  const text = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? ''
  const [, , parent, group] = text.slice(text.lastIndexOf(')')).split(' ')
  return group === undefined ? {} : { parent: Number(parent), group: Number(group) }
}

function filesOf(pid: number): readonly string[] {
  return attempt(() => readdirSync(`/proc/${pid}/fd`)) ?? []
}

function linkOf(pid: number, file: string): string | undefined {
  const link = attempt(() => readlinkSync(`/proc/${pid}/fd/${file}`))
  // A terminal or a file may be anybody's.
  return link !== undefined && /^(socket|pipe):/.test(link) ? link : undefined
}

function nameOf(pid: number): string {
  return attempt(() => readFileSync(`/proc/${pid}/comm`, 'utf8').trim()) ?? 'unknown'
}
