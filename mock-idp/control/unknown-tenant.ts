/** The name under which you find the requests to no tenant that exists. */
export const unknownTenant = 'unknown'
