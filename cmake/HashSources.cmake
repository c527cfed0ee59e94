# SPDX-License-Identifier: GPL-2.0-only
# Writes OUTPUT, a header with a hash of all sources below SOURCE_DIR that results depend on. The
# file is touched only if the hash changes.
file(GLOB_RECURSE files RELATIVE ${SOURCE_DIR}
  ${SOURCE_DIR}/nn/*.cc ${SOURCE_DIR}/nn/*.h
  ${SOURCE_DIR}/models/*.cc ${SOURCE_DIR}/models/*.h
  ${SOURCE_DIR}/simulator/*.cc ${SOURCE_DIR}/simulator/*.h
  ${SOURCE_DIR}/analysis/*.cc ${SOURCE_DIR}/analysis/*.h)
list(FILTER files EXCLUDE REGEX "^(analysis/report|simulator/commands|simulator/reproduce)/")
list(SORT files)
set(all "")
foreach(file ${files})
  file(SHA1 ${SOURCE_DIR}/${file} hash)
  string(APPEND all "${file} ${hash}\n")
endforeach()
string(SHA1 all "${all}")
string(SUBSTRING ${all} 0 12 short)
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT "#define DDNNSIM_SOURCE_HASH \"${short}\"\n")
