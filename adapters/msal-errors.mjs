/** An error of MSAL for JavaScript, by itself or in a library that is built on it, as the protocol names its parts. */
export const describeMsalError = (error) => {
  const { name, errorCode, errorNo, status, correlationId, subError, claims } = error
  return {
    ...((name === 'ServerError' || errorNo) && { kind: 'server' }),
    status,
    code: errorCode,
    correlationId,
    ...(errorNo && { aadsts: [Number(errorNo)] }),
    ...(subError && { suberror: subError }),
    ...(claims && { claims }),
  }
}
