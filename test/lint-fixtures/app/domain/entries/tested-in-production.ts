// breaks: no-tests-in-the-product
export { factory } from '#test/factory'
