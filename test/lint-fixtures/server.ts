// breaks: server-imports-only-its-build
export { db } from './app/db.server'
