// breaks: noun-events
export { fact as other } from '~/domain/judging/fact'
