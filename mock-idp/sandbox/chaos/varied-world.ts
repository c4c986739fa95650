import type { SigningKey } from '../../keys/signing-key.ts'
import type { World } from '../../world.ts'
import type { Turn } from './chaos.ts'
import { drawsFrom } from './draws.ts'

/** As many names as a key has under chaos, its own among them: few, so that the key set stays short. */
const namesOfKey = 4
const shortestSeconds = 3600
const longestSeconds = 4500
/** As long as the names of Entra's keys: 20 bytes in base64url. */
const kidLength = 27
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The world as one request of a tenant with chaos sees it: other lifetimes, and the key under another name. */
export function variedWorld(world: World, tenantId: string, turn: Turn): World {
  const real = world.facilitiesOf(tenantId)
  const varied = {
    clock: real.clock,
    refreshTokens: real.refreshTokens,
    signIns: real.signIns,
    authorizationCodes: real.authorizationCodes,
    browserSessions: real.browserSessions,
    signInSettings: real.signInSettings,
    deviceCodes: real.deviceCodes,
    keys: {
      ...real.keys,
      current: () => variedKey(real.keys.current(), turn, real.keys.publishAs),
    },
    lifetimes: {
      ...real.lifetimes,
      current: () => ({
        ...real.lifetimes.current(),
        ...drawnLifetimes(turn),
        ...real.lifetimes.chosen(),
      }),
    },
  }
  return { ...world, facilitiesOf: (id) => (id === tenantId ? varied : world.facilitiesOf(id)) }
}

function drawnLifetimes(turn: Turn) {
  const draws = turn.draws('lifetimes')
  const drawn = () => shortestSeconds + draws.below(longestSeconds - shortestSeconds + 1)
  return { t1Seconds: drawn(), agentTokenSeconds: drawn() }
}

function variedKey(key: SigningKey, turn: Turn, publishAs: (kid: string) => SigningKey) {
  const name = turn.draws('key id').below(namesOfKey)
  if (name === 0) return key
  const draws = drawsFrom(`${key.kid}/${name}`)
  const letters = Array.from({ length: kidLength }, () => base64url[draws.below(64)])
  return publishAs(letters.join(''))
}
