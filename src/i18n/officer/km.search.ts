import type { Translation } from "../message.ts";
import type { viSearch } from "./vi.search.ts";

/** Searching what has been opened, and cases that may be about one matter. */
export const kmSearch = {
  "search.label": "ស្វែងរកក្នុងសំបុត្រដែលបានបើក",
  "search.hint": "វាយពាក្យក្នុងសំបុត្រ ឈ្មោះអង្គភាព ឬលេខសំណុំរឿង មិនចាំបាច់មានសញ្ញាសម្លេង។ អ្វីដែលវាយមិនចេញពីម៉ាស៊ីននេះទេ។",
  "search.found": "រកឃើញ {count} សំណុំរឿង។",
  "search.none": "គ្មានសំណុំរឿងណាមានពាក្យទាំងនេះគ្រប់ទេ។ សូមបន្ថយពាក្យ ឬដកតម្រងចេញ។",
  "search.coverage": "អាចស្វែងរកបានក្នុង {known} នៃ {opened} សំណុំរឿងដែលបានបើក។",
  "search.coverage-all": "អាចស្វែងរកបានក្នុងសំណុំរឿងដែលបានបើកទាំង {opened}។",
  "search.elsewhere": "ពាក្យដែលរកស្ថិតនៅផ្នែកក្រោយនៃសំបុត្រ ឬក្នុងការឆ្លើយឆ្លង។",
  "search.clear": "លុបពាក្យស្វែងរក",
  "inbox.group.found": "រកឃើញ",

  "similar.title": "ប្រហែលជារឿងតែមួយ",
  "similar.what":
    "ម៉ាស៊ីននេះប្រៀបធៀបសំបុត្រដែលបានបើក៖ ពាក្យកម្រដូចគ្នា អង្គភាពតែមួយ ថ្ងៃជិតគ្នា។ គ្រាន់តែជាការណែនាំ មន្ត្រីជាអ្នកសម្រេច។ អ្នកផ្ញើមិនដឹងទេ។",
  "similar.same-unit": "អង្គភាពតែមួយ",
  "similar.days": "ឃ្លាតគ្នា {days} ថ្ងៃ",
  "similar.same-day": "ទទួលថ្ងៃតែមួយ",
  "similar.shared": "ពាក្យកម្រដូចគ្នា៖ {words}",
  "similar.compare": "ប្រៀបធៀបជាមួយសំបុត្រ {number}",
  "similar.warning": "ដើម្បីប្រៀបធៀប ត្រូវអានសំបុត្រនោះ។ ការអាននេះត្រូវកត់ក្នុងកំណត់ហេតុនៃសំណុំរឿងនោះ។",
  "similar.read": "អាន និងប្រៀបធៀប",
  "similar.cancel": "ឈប់",
  "similar.reading": "កំពុងអានសំបុត្រនោះ…",
  "similar.failed": "អានសំបុត្រនោះមិនបាន។ សូមបើកសំណុំរឿងនោះ ដើម្បីដឹងមូលហេតុ។",
  "similar.side-by-side": "សំបុត្រពីរទន្ទឹមគ្នា",
  "similar.this": "សំបុត្រដែលកំពុងបើក",
  "similar.other": "សំបុត្រ {number}",
  "similar.join": "កត់ថាជារឿងតែមួយ",
  "similar.open": "បើកសំណុំរឿង {number}",
  "similar.close": "បិទការប្រៀបធៀប",
} as const satisfies Translation<typeof viSearch>;
