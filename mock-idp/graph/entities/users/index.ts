import type { Operation } from '../../call/operation.ts'
import { userChanging } from './change-user.ts'
import { userCreating } from './create-user.ts'
import { licenceOperations } from './licences.ts'
import { meOperations } from './me.ts'
import { sessionOperations } from './sign-in-sessions.ts'
import { userReading } from './users.ts'

/** Everything the mock does for `/users`, which agent users belong to, and `/me`. */
export const userOperations: readonly Operation[] = [
  ...userReading,
  ...userCreating,
  ...userChanging,
  ...licenceOperations,
  ...meOperations,
  ...sessionOperations,
]
