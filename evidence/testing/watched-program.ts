import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A program that ran, and all that others could see of it. */
export type WatchedProgram = {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** Arguments and titles of it and of its children, and the files in its temporary folder, as often as looked at. */
  readonly seen: readonly string[]
}

const betweenLooksMs = 100

/** Runs a program to its end and looks at it all the while. */
export async function watchProgram(
  args: readonly string[],
  options: {
    readonly cwd: string
    readonly env: Readonly<Record<string, string | undefined>>
    readonly temporaryFolder: string
  },
): Promise<WatchedProgram> {
  const { cwd, temporaryFolder } = options
  const env = {
    ...process.env,
    ...options.env,
    TMPDIR: temporaryFolder,
    TEMP: temporaryFolder,
    TMP: temporaryFolder,
  }
  const child = spawn(process.execPath, [...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr]: [string[], string[]] = [[], []]
  child.stdout.setEncoding('utf8').on('data', (text: string) => stdout.push(text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text))
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve).once('error', reject)
  })
  const seen = new Set<string>()
  let isRunning = true
  const looking = (async () => {
    while (isRunning) {
      for (const text of await look(child.pid, temporaryFolder)) seen.add(text)
      await wait(betweenLooksMs)
    }
  })()
  const status = await closed
  isRunning = false
  await looking
  return { status, stdout: stdout.join(''), stderr: stderr.join(''), seen: [...seen] }
}

async function look(pid: number | undefined, folder: string): Promise<readonly string[]> {
  return [...(await processTexts(pid)), ...(await filesIn(folder))]
}

/** Where there is procfs: the command line, which is also the title, of a process and of its children. */
async function processTexts(pid: number | undefined): Promise<readonly string[]> {
  if (pid === undefined) return []
  const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')
  const children = (await read(`task/${pid}/children`)).split(' ').filter(Boolean)
  const ofChildren = await Promise.all(children.map((child) => processTexts(Number(child))))
  return [await read('cmdline'), await read('comm'), ...ofChildren.flat()].filter(Boolean)
}

/** The content of every file, however deep. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      return `${path}\n${await readFile(path, 'utf8').catch(() => '')}`
    }),
  )
}
