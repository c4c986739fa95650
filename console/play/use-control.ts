import { type ConsoleMock, MockProblem } from '../mock/open-mock.ts'
import { faultPresets } from './fault-presets.ts'

type Fields = Readonly<Record<string, string>>
type Call = {
  readonly path: string
  readonly method: string
  readonly body?: unknown
  readonly said: string
}

/** Turns one control of a tenant. Returns what was done, in words. */
export async function useControl(fields: Fields, mock: ConsoleMock): Promise<string> {
  const turn = Object.hasOwn(calls, fields.what ?? '') ? calls[fields.what ?? ''] : undefined
  if (!turn) throw new MockProblem('there is no such control')
  const { path, said, ...change } = turn(fields)
  await mock.read(`${path}?tenant=${encodeURIComponent(fields.tenant ?? '')}`, change)
  return said
}

const clockChanges: Readonly<Record<string, { readonly body: unknown; readonly said: string }>> = {
  hour: { body: { advanceSeconds: 3600 }, said: 'An hour has passed.' },
  day: { body: { advanceSeconds: 86_400 }, said: 'A day has passed.' },
  stop: { body: { frozen: true }, said: 'The clock stands still.' },
  run: { body: { frozen: false }, said: 'The clock runs.' },
  real: { body: { offsetSeconds: 0, frozen: false }, said: 'The clock shows real time.' },
}

const calls: Readonly<Record<string, (fields: Fields) => Call>> = {
  clock: ({ do: how = '' }) => {
    const change = clockChanges[how]
    if (!change) throw new MockProblem('the clock cannot do that')
    return { path: '/clock', method: 'PUT', ...change }
  },
  lifetimes: (fields) => ({
    path: '/lifetimes',
    method: 'PUT',
    body: Object.fromEntries(
      ['t1Seconds', 'agentTokenSeconds'].flatMap((name) =>
        fields[name] ? [[name, Number(fields[name])]] : [],
      ),
    ),
    said: 'Set the lifetimes of tokens from now on.',
  }),
  fault: ({ do: how, fault = '' }) => {
    if (how === 'clear') return { path: '/faults', method: 'DELETE', said: 'Removed all faults.' }
    const preset = faultPresets[fault]
    if (!preset) throw new MockProblem('there is no such fault')
    return {
      path: '/faults',
      method: 'POST',
      body: preset.fault,
      said: `The next token request ${preset.title}.`,
    }
  },
  lag: ({ requests = '0' }) => ({
    path: '/lag',
    method: 'PUT',
    body: { sts: { requests: Number(requests) } },
    said: `The token endpoint sees a change ${requests} requests late.`,
  }),
  relax: ({ rules = '' }) => ({
    path: '/rules',
    method: 'PUT',
    body: { relaxedRules: rules.split(' ').filter(Boolean) },
    said:
      rules === '' ? 'Every rule is enforced.' : `Not enforced: ${rules.replaceAll(' ', ', ')}.`,
  }),
  reset: () => ({ path: '/reset', method: 'POST', said: 'The tenant is as it began.' }),
}
