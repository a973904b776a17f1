export const act = async () => 1
