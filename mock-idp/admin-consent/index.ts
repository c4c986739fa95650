import { pageEndpoint } from '../pages/page-endpoint.ts'
export const adminConsentEndpoint = pageEndpoint('adminConsent', () => {
  throw new TypeError('not yet')
})
