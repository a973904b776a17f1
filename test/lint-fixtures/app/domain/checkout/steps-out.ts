// breaks: noun-checkout
export { fact as other } from '~/domain/judging/fact'
