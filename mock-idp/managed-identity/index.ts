export type { DecidedAnswer, ManagedIdentityAnswer } from './answers.ts'
export { answerAppService } from './app-service.ts'
export { answerImds } from './imds.ts'
