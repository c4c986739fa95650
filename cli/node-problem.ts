const oldest = [20, 19] as const

/**
 * What keeps the commands from running on this version of Node; undefined if nothing does. It runs on old versions
 * too, so it imports nothing.
 *
 * @param version as `process.versions.node`, such as `20.10.0`
 */
export function nodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1])
  if (!isOld) return undefined
  return `needs Node ${oldest.join('.')} or newer, this is ${version}. Get a newer one from https://nodejs.org`
}
