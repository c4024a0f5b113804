/** The file name of a picture that README.md may list as a screenshot: without a folder, and of a format that browsers show. */
export const screenshotName = /^[^/\\]+\.(png|jpe?g|webp|gif)$/i;
