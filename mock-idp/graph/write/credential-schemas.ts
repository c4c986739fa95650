import { z } from 'zod'
import { keyInput, passwordInput } from './schemas.ts'

/** The bodies of the actions on credentials. */
export const addedPassword = z.object({ passwordCredential: passwordInput.nullable().optional() })
export const removedPassword = z.object({ keyId: z.guid() })
export const addedKey = z.object({
  keyCredential: keyInput,
  passwordCredential: passwordInput.nullable().optional(),
  proof: z.string(),
})
export const removedKey = z.object({ keyId: z.guid(), proof: z.string() })
