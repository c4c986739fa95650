import { apiPolicySchema } from '../../engine/apis/api-policy.ts'
import { openApi } from '../../engine/apis/open-api.ts'
import { runFeatures } from '../../engine/run/run-features.ts'
import type { Target } from '../../engine/targets/target.ts'
import { type Audience, policies } from './broken-api.ts'

const files = ['features/api/**/*.feature']

/** Starts the API in this folder, and answers under which rules scenarios fail. */
export async function rulesBrokenBy(
  folder: string,
  { name, audience, target, tags }: Judging,
): Promise<readonly string[]> {
  const opened = await openApi(
    {
      name,
      command: [process.execPath, 'server.mjs'],
      workdir: folder,
      env: {},
      health: '/health',
      startSeconds: 60,
      resource: { method: 'GET', path: '/orders' },
      policy: apiPolicySchema.parse(policies[audience]),
      expectedFailures: [],
      skip: [],
    },
    target,
    process.env,
  )
  try {
    const { results } = await runFeatures({
      target: opened.target,
      api: opened.api,
      files,
      tags: ['@api', ...(tags ? [`(${tags})`] : [])].join(' and '),
    })
    const failed = results.filter(({ status }) => status === 'failed')
    return [...new Set(failed.flatMap(({ rules }) => rules))].sort()
  } finally {
    await opened.api.close()
  }
}

type Judging = {
  readonly name: string
  readonly audience: Audience
  readonly target: Target
  /** Which scenarios. Default: all about APIs. */
  readonly tags?: string
}
