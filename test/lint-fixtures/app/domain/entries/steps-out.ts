// breaks: noun-entries
export { fact as other } from '~/domain/judging/fact'
