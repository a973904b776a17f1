// breaks: emails-are-markup
export { fact } from '~/domain/people/fact'
