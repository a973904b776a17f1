// breaks: no-restricted-syntax
export const action = ({ request }: { request: Request }) => request.formData()
