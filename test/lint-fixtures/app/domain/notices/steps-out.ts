// breaks: noun-notices
export { fact as other } from '~/domain/events/fact'
