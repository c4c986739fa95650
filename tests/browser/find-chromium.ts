import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'

export type Machine = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where Playwright puts its own. */
  readonly playwrightPath: string
  readonly exists: (path: string) => boolean
  readonly isRoot: boolean
  /** Runs a program to its end and says whether it succeeded. */
  readonly run: (program: string, args: readonly string[]) => boolean
}

const linuxPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
]
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

/**
 * A browser that Playwright can drive. Where there is none, installs one if that needs no permission.
 *
 * @throws Error that says what is missing and how to install it
 */
export function findChromium(machine: Machine = thisMachine()): string {
  const { env, exists, playwrightPath, platform } = machine
  const named = env.AGENTID_CHROMIUM
  if (named) {
    if (exists(named)) return named
    throw new Error(`AGENTID_CHROMIUM names ${named}, which does not exist; correct or unset it`)
  }
  const places = [playwrightPath, ...usualPlaces(platform, env)]
  const found = places.find(exists) ?? (install(machine) ? places.find(exists) : undefined)
  if (found !== undefined) return found
  throw new Error(
    [
      'No Chromium, Chrome or Edge was found, and the tests of the report page need one. Looked for:',
      ...places.map((place) => `  ${place}`),
      'Install one with: npx playwright install --with-deps chromium',
      'or, on Debian and Ubuntu: sudo apt-get install chromium',
      'or set AGENTID_CHROMIUM to the path of the program.',
    ].join('\n'),
  )
}

function usualPlaces(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (platform === 'darwin') return macPaths
  if (platform !== 'win32') return linuxPaths
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
  return folders
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => windowsPrograms.map((parts) => join(folder, ...parts)))
}

function install({ platform, isRoot, exists, run }: Machine): boolean {
  if (platform !== 'linux' || !isRoot || !exists('/usr/bin/apt-get')) return false
  return (
    run('apt-get', ['update']) &&
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  )
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    playwrightPath: chromium.executablePath(),
    exists: existsSync,
    isRoot: process.getuid?.() === 0,
    run: (program, args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0,
  }
}
