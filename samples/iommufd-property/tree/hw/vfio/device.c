/*
 * A vfio device found by the path of its sysfs directory.
 *
 * SPDX-License-Identifier: MIT
 */
#include "qemu/osdep.h"
#include "vfio-device.h"

bool vfio_device_find(VFIODevice *vdev, Error **errp)
{
    if (access(vdev->sysfsdev, F_OK) != 0) {
        error_setg_errno(errp, errno, "vfio %s: no such host device",
                         vdev->sysfsdev);
        return false;
    }
    return true;
}
