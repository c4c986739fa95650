import type { ServeOptions } from './serve-options.ts'

/** What was expected, where, and what to do: for everything that can keep the mock from starting. */
export function explainStartError(error: unknown, options: ServeOptions): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  if (error.name === 'DirectoryProblem') {
    return `the directory ${options.directory} cannot be used. The mock was not started.\n${indent(error.message)}`
  }
  if (error instanceof SyntaxError) {
    return `the directory ${options.directory} is not JSON: ${error.message}. The mock was not started.`
  }
  if (code === 'EADDRINUSE') {
    return `port ${portOf(error)} is in use. Pass another with --port (and --http-port), or --port 0 to have one picked.`
  }
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen') {
    return `port ${portOf(error)} may not be opened by this user. Pass another with --port.`
  }
  if (code === 'ENOENT' && options.directory !== undefined) {
    return `there is no file ${options.directory}. Pass the path of a directory description with --directory.`
  }
  return error.message
}

function portOf(error: Error): string {
  return 'port' in error ? String(error.port) : '?'
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}
