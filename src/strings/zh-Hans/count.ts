/** "1,234 个工作区", with what is counted after the space. */
export const count = (number: number, what: string): string => `${number.toLocaleString("zh-Hans")} ${what}`;
