import { z } from 'zod'
import { guid, name } from './schema-words.ts'

export const accessPolicy = z
  .strictObject({
    id: guid.optional().meta({
      description: 'Refusals name it in claims. Default: derived from the other members.',
    }),
    displayName: name,
    appliesTo: z.enum(['people', 'agents', 'agentUsers']).meta({
      description:
        'people: also where agents act on behalf of them. agents: agent identities that act as themselves. agentUsers: the user accounts of agents, which a policy for people leaves out.',
    }),
    principals: z.array(guid).default([]).meta({
      description: 'Object ids of those that it applies to. Default: all of appliesTo.',
    }),
    resource: guid.optional().meta({
      description: 'The application id of a resource. Default: every resource.',
    }),
    authenticationContext: z
      .string()
      .regex(/^c[1-9]\d?$/, 'expected c1 to c99')
      .optional()
      .meta({
        description:
          'It applies only to requests that ask for this authentication context in claims, such as c1.',
      }),
    control: z.enum(['block', 'mfa']).meta({
      description:
        'What it demands: no token at all, or several factors of the sign-in. For agents and agent users only block.',
    }),
  })
  .meta({ description: 'A policy of Conditional Access.' })

/** What the schema does not say: nobody can ask an agent for a second factor. */
export const onlyPeopleHaveFactors = 'expected block: only people sign in with several factors'

export function asksFactorsOfAgents({
  appliesTo,
  control,
}: Pick<z.output<typeof accessPolicy>, 'appliesTo' | 'control'>): boolean {
  return control === 'mfa' && appliesTo !== 'people'
}
