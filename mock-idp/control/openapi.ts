import type { Context, Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import { operation } from './operation.ts'
import { originOf } from './origin-of.ts'
import type { ControlParts } from './parts.ts'
import { openApiPath } from './paths.ts'

/** `/_mock/openapi.json`: what the routes of the control API say of themselves, in OpenAPI 3.1. */
export function addOpenApi(control: Hono, { world }: ControlParts): void {
  control.get(
    openApiPath,
    operation({ summary: 'Read this document.' }),
    async (context: Context) =>
      context.json(
        await generateSpecs(control, {
          documentation: {
            info: {
              title: 'agentid-conformance control API',
              version: '1',
              description: 'Control over the mock for tests. Microsoft Entra has nothing like it.',
            },
            servers: [{ url: originOf(context, world) }],
          },
          excludeStaticFile: false,
          defaultValidationErrorResponse: false,
        }),
      ),
  )
}
