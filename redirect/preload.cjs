'use strict'

// Loaded by `--require` into an observed Node program, its workers and its child processes. Connections to Entra
// and Graph go to the mock, with the name that the certificate is checked against untouched; connections to any
// other host but this machine are refused. Not an ES module and not `--import`: with that, Node 20 starts programs
// through its ES module loader, which knows no extension that the program's own --require taught it (ts-node).

const net = require('node:net')
const { domainToASCII } = require('node:url')

const reportTimeoutMs = 1_000
const settings = process.env.AGENTID_REDIRECT
if (settings) lead(JSON.parse(settings))

function lead(routes) {
  const { connect } = net.Socket.prototype

  // Every TCP and TLS connection of Node comes by here: net, tls, http, https, http2, fetch and undici.
  net.Socket.prototype.connect = function connectLed(...args) {
    const { options, listener } = toOptions(args)
    if (!options || options.path) return connect.apply(this, args)
    const target = { host: plainName(options.host), port: Number(options.port) }
    if (isThisMachine(target.host)) return connect.apply(this, args)
    const to = routeOf(target, routes)
    if (!to) return refuse(this, target, (report) => connect.call(report, routes.proxy))
    return connect.call(this, { ...options, ...to }, listener)
  }
}

/** The forms of net.Socket.connect: (options), (path), (port, host), and what net.connect makes of them. */
function toOptions(args) {
  if (Array.isArray(args[0])) return { options: args[0][0], listener: args[0][1] ?? undefined }
  const last = args[args.length - 1]
  const listener = typeof last === 'function' ? last : undefined
  if (typeof args[0] === 'object' && args[0] !== null) return { options: args[0], listener }
  const isPort = /^\d+$/.test(String(args[0]))
  if (!isPort) return { options: undefined, listener }
  const host = typeof args[1] === 'string' ? args[1] : undefined
  return { options: { port: args[0], host }, listener }
}

function routeOf({ host, port }, { hosts, authority, managedIdentity }) {
  const isLed = hosts.includes(host) || hosts.includes(host.replace(/^[^.]+/, '*'))
  if (port === 443 && isLed) return authority
  // Do not resolve it: not every resolver knows that it is this machine (RFC 6761 6.3).
  if (host.endsWith('.localhost')) return { host: '127.0.0.1', port }
  if (port === 80 && host === '169.254.169.254') return managedIdentity
  return undefined
}

function plainName(host) {
  return String(host ?? 'localhost')
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
}

function isThisMachine(host) {
  if (net.isIPv4(host)) return host.startsWith('127.') || host === '0.0.0.0'
  if (net.isIPv6(host)) return host === '::1' || host === '::' || host.startsWith('::ffff:127.')
  return host === 'localhost'
}

/** Fails as a firewall does, after the proxy has been asked for the host, which refuses and remembers it. */
function refuse(socket, target, connectToProxy) {
  const error = refusal(target)
  // As in a connection under way: what is written meanwhile waits.
  socket.connecting = true
  const report = new net.Socket()
  const done = () => {
    report.destroy()
    socket.destroy(error)
  }
  report.once('data', done).once('error', done).once('close', done)
  report.setTimeout(reportTimeoutMs, done)
  const name = inRequest(target)
  report.once('connect', () => report.write(`CONNECT ${name} HTTP/1.1\r\nHost: ${name}\r\n\r\n`))
  connectToProxy(report)
  return socket
}

function refusal({ host, port }) {
  const error = new Error(
    `agentid refused the connection to ${host}:${port}: a program can reach only Microsoft Entra and Microsoft Graph, which the mock plays, and this machine`,
  )
  // What a firewall's refusal looks like. ECONNREFUSED would be retried by many clients.
  return Object.assign(error, { code: 'EACCES', syscall: 'connect', address: host, port })
}

function inRequest({ host, port }) {
  return net.isIPv6(host) ? `[${host}]:${port}` : `${domainToASCII(host) || 'invalid'}:${port}`
}
