// Makes a picture that somebody has chosen small enough to be sent: photos of a phone are larger than the server takes.

/** What the server takes, in bytes. */
export const mostBytes = 2_000_000;

const takenAsIs = ['image/png', 'image/jpeg', 'image/webp'];
/** Each is tried until the picture is small enough: by how much smaller its sides are, and how well it is drawn. */
const tries = [
  { scale: 1, quality: 0.9 },
  { scale: 1, quality: 0.75 },
  { scale: 0.75, quality: 0.75 },
  { scale: 0.5, quality: 0.7 },
  { scale: 0.25, quality: 0.7 },
] as const;

type Size = { readonly width: number; readonly height: number };

/** The size of a picture whose longer side is at most `longestPx`; it never grows. */
export function sizeWithin({ width, height }: Size, longestPx: number): Size {
  const scale = Math.min(1, longestPx / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function draw(picture: ImageBitmap, { width, height }: Size, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  // A browser that cannot write WebP writes PNG, which keeps what is transparent as well.
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/webp', quality));
}

/** @throws when the browser cannot show the file as a picture. @returns what is sent of it. */
export async function shrinkPicture(file: Blob, longestPx: number): Promise<Blob> {
  const picture = await createImageBitmap(file);
  if (file.size <= mostBytes && takenAsIs.includes(file.type)) return file;
  for (const { scale, quality } of tries) {
    const drawn = await draw(picture, sizeWithin(picture, longestPx * scale), quality);
    if (drawn !== null && drawn.size <= mostBytes) return drawn;
  }
  throw new Error('This picture cannot be made small enough');
}

/** The bytes in base64, without what a data URL says before them. */
export function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
