// breaks: @typescript-eslint/consistent-type-imports
import { ServerResponse } from 'node:http'
export const answer = (response: ServerResponse) => response.statusCode
