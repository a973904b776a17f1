// breaks: noun-judging
export { fact as other } from '~/domain/talent/fact'
