/**
 * Indices of the 162 points of the mesh that expressions hardly move: forehead, temples, nose, cheekbones. In Google's canonical
 * face these are all points no lower than 1.6 cm below the middle of the nose, without lids and brows. More points than the pose
 * needs: what is measured here are small residuals, and the noise of single points must cancel out.
 */
// biome-ignore format: one number a line would be a page
export const PLANARITY_POINTS: readonly number[] = [
  1, 3, 4, 5, 6, 8, 9, 10, 19, 20, 21, 34, 36, 44, 45, 47, 48, 49, 50, 51, 54, 59, 60, 64, 67, 68, 69, 71, 75, 79, 93, 100, 101, 102, 103, 104, 108, 109, 111, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 125, 126, 127, 129, 131, 134, 137, 139, 142, 143, 151, 156, 162, 166, 168, 174, 195, 196, 197, 198, 203, 205, 209, 217, 218, 219, 220, 227, 229, 230, 234, 235, 236, 237, 238, 239, 240, 241, 248, 250, 251, 264, 266, 274, 275, 277, 278, 279, 280, 281, 284, 289, 290, 294, 297, 298, 299, 301, 305, 309, 323, 329, 330, 331, 332, 333, 337, 338, 340, 343, 344, 345, 346, 347, 348, 349, 350, 351, 352, 354, 355, 356, 358, 360, 363, 366, 368, 371, 372, 383, 389, 392, 399, 419, 420, 423, 425, 429, 437, 438, 439, 440, 447, 449, 450, 454, 455, 456, 457, 458, 459, 460, 461,
];
