import type { Translation } from "../message.ts";
import type { viCase } from "./vi.case.ts";

/** Not yet read by a native speaker: `isReviewed`. */
export const kmCase = {
  "preview.loading": "កំពុងផ្ទុកទំព័ររបស់អ្នកផ្ញើ ដើម្បីមើលជាមុន…",
  "preview.failed": "ផ្ទុកទំព័រមើលជាមុនមិនបាន។ ពាក្យរបស់អ្នកនៅដដែល អាចផ្ញើបាន ឬបិទហើយបើកទម្រង់ឡើងវិញ។",
  "preview.language": "ទំព័ររបស់អ្នកផ្ញើ តាមភាសានៃសំបុត្រ៖ {language}។",
  "preview.incomplete": "សូមបំពេញប្រអប់ទាំងអស់ ដើម្បីមើលថ្ងៃដែលអ្នកផ្ញើនឹងឃើញ។",

  "template.which": "គំរូ",
  "template.undo": "ត្រឡប់ការបញ្ចូលគំរូ",
  "template.unfilled": "ក្នុងពាក្យនៅមានកន្លែងទំនេរមិនទាន់បំពេញ។",
  "template.message": "សារទទេ",
  "template.reply": "ឆ្លើយអ្វីដែលអ្នកផ្ញើទើបសរសេរ",
  "template.progress": "កំពុងពិនិត្យ ប្រាប់ថ្ងៃ",
  "template.late": "សូមអភ័យទោសដែលហួសកំណត់",
  "template.withdrawal": "អំពីការដក",
  "template.missing": "សំបុត្រខ្វះមួយផ្នែក",
  "template.question": "សំណួរសរសេរខ្លួនឯង",
  "template.place-time": "ពេលណា នៅទីណា មានដានអ្វី",
  "template.still": "នៅបន្តទៀតទេ",
} as const satisfies Translation<typeof viCase>;
