import { spawnSync } from 'node:child_process'
import { createSign, generateKeyPairSync } from 'node:crypto'
import { onTheCore } from './core.ts'

/** RSA-2048 signatures per CPU-second: what every token rate is held against. */
export function signaturesPerCpuSecond(seconds: number): number {
  return opensslSpeed(seconds) ?? nodeSpeed(seconds)
}

export const reference =
  opensslSpeed(1) === undefined
    ? "openssl is missing: held against node's own signatures, so ratios read about 0.08 too high"
    : 'held against openssl speed rsa2048'

function opensslSpeed(seconds: number): number | undefined {
  const [program, ...args] = onTheCore(['openssl', 'speed', '-seconds', String(seconds), 'rsa2048'])
  const { stdout } = spawnSync(program, args, { encoding: 'utf8' })
  const [, perSecond] = /rsa\s+2048 bits(?:\s+[\d.]+s)+\s+([\d.]+)/.exec(stdout ?? '') ?? []
  return perSecond === undefined ? undefined : Number(perSecond)
}

function nodeSpeed(seconds: number): number {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const text = 'x'.repeat(1500)
  const start = process.cpuUsage()
  for (let made = 1; ; made++) {
    createSign('sha256').update(text).sign(privateKey)
    const { user, system } = process.cpuUsage(start)
    const spent = (user + system) / 1e6
    if (spent >= seconds) return made / spent
  }
}
