import type { ServeOptions } from './serve-options.ts'

/** What was expected, where, and what to do: for everything that can keep the mock from starting. */
export function explainStartError(error: unknown, options: ServeOptions): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  if (error.name === 'DirectoryProblem') {
    return `cannot use the directory ${options.directory}, so the mock did not start:\n${indent(error.message)}`
  }
  if (error instanceof SyntaxError) {
    return `the directory ${options.directory} is not valid JSON, so the mock did not start: ${error.message}`
  }
  if (code === 'EADDRINUSE') {
    return `port ${portOf(error)} is in use. Choose another with --port (and --http-port), or use --port 0 to pick a free one.`
  }
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen') {
    return `this user may not open port ${portOf(error)}. Choose another with --port.`
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
