// breaks: routes-speak-http
// breaks: no-restricted-imports
import { db } from '~/db.server'
export const loader = () => db
