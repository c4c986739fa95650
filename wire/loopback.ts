const loopback = /^(?:(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?|::1)$/

/** Whether a host, with or without a port, is this machine by a name that no resolver can redirect elsewhere. */
export function isLoopbackHost(host: string): boolean {
  return loopback.test(host)
}

/** Whether an address to listen on, which has no port and no brackets, is this machine alone. */
export function isLoopbackAddress(address: string): boolean {
  return !/[[\]]|^[^:]*:\d+$/.test(address) && isLoopbackHost(address)
}

/** Whether an absolute URL leads to this machine. */
export function isLoopbackUrl(url: string): boolean {
  return isLoopbackHost(new URL(url).host)
}
