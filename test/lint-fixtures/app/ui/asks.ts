// breaks: ui-draws
export { db } from '~/db.server'
