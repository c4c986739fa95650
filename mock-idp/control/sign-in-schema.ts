import { z } from 'zod'

export const signInChange = z
  .strictObject({
    automatic: z.boolean().optional().meta({
      description:
        'True: an authorize request with a login_hint signs its person in and consents for them, without a page. Initially false.',
    }),
    password: z.string().min(1).nullable().optional().meta({
      description:
        'What the sign-in page asks everybody for. Null: no password; people pick themselves. Initially null.',
    }),
    methods: z.array(z.string().min(1)).min(1).optional().meta({
      description: 'How people sign in from now on, as amr has it. Initially pwd and mfa.',
    }),
    agentConsent: z.enum(['refused', 'page']).optional().meta({
      description:
        'What an agent identity gets that asks a person to consent: refused is 82014, page is the consent page of before July 2026. Initially refused.',
    }),
    declinedConsent: z.enum(['consent_required', 'access_denied']).optional().meta({
      description:
        'The error that a client hears when a person declines: consent_required was captured, access_denied is documented. Initially consent_required.',
    }),
  })
  .meta({ description: 'How people sign in. Omitted members stay as they are.' })
