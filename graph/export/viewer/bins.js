// @ts-check
// The assertions along the time that they are about, in bins of days, months, quarters or years.

/** @typedef {{from: string, until: string, count: number}} Bin first and last day */

const MOST = 48; // bars

/**
 * @param {string[]} days first days of assertions, ISO
 * @returns {Bin[]} without gaps, the earliest first
 */
export function binsOf(days) {
  const sorted = days.filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)).sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  const months = monthOf(last) - monthOf(first) + 1;
  const step = [1, 3, 6, 12, 60, 120].find((size) => months / size <= MOST) ?? 600;
  const start = Math.floor(monthOf(first) / step) * step;
  const count = Math.floor((monthOf(last) - start) / step) + 1;
  const bins = Array.from({ length: count }, (_, i) => ({
    from: dayOf(start + i * step), until: endOf(start + (i + 1) * step - 1), count: 0,
  }));
  for (const day of sorted) {
    const bin = bins[Math.floor((monthOf(day) - start) / step)];
    if (bin) bin.count += 1;
  }
  return bins;
}

/** @param {string} day months since the year 0 */
function monthOf(day) {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** @param {number} month */
function dayOf(month) {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

/** @param {number} month */
function endOf(month) {
  const last = new Date(Date.UTC(2000, (month % 12) + 1, 0)).getUTCDate();
  const year = Math.floor(month / 12);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return dayOf(month).slice(0, 8) + String(month % 12 === 1 && !leap ? 28 : last).padStart(2, "0");
}
