const loopbackHost = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/

/** Whether a host, with or without a port, is this machine. */
export function isLoopbackHost(host: string): boolean {
  return loopbackHost.test(host)
}

/** Whether a URL leads to this machine. */
export function isLoopbackUrl(url: string): boolean {
  return isLoopbackHost(new URL(url).host)
}
