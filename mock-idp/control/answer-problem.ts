import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import { DirectoryConflict } from '../directory/directory.ts'
import { DirectoryNotKept } from '../directory/directory-not-kept.ts'
import { DirectoryProblem } from '../directory/directory-problem.ts'
import { ControlProblem, type problemBody } from './problem.ts'

/** Answers what a route threw. An error that is no problem of the caller is thrown on. */
export const answerProblem: ErrorHandler = (error, context) => {
  if (error instanceof ControlProblem) {
    return answer(context, error.status, error.message, error.problems)
  }
  if (error instanceof DirectoryProblem) {
    return answer(context, 400, 'the description of the tenant is invalid', error.problems)
  }
  if (error instanceof DirectoryConflict) return answer(context, 409, error.message)
  if (error instanceof DirectoryNotKept) {
    return answer(context, 500, 'the change was not made', [error.message])
  }
  if (error instanceof HTTPException) {
    context.header('www-authenticate', 'Bearer')
    return answer(
      context,
      401,
      'the control API requires its token: send Authorization: Bearer <token>',
    )
  }
  throw error
}

/** Answers a request for a path or with a method that the control API does not have. */
export function answerUnknown(context: Context) {
  const { method, path } = context.req
  return answer(context, 404, `the control API has no route ${method} ${path}`, [
    'see /_mock/openapi.json',
  ])
}

function answer(
  context: Context,
  status: ContentfulStatusCode,
  error: string,
  problems: readonly string[] = [],
) {
  const body: z.output<typeof problemBody> = { error, problems: [...problems] }
  return context.json(body, status)
}
