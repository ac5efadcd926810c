import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CameraKind } from '../../src/camera/camera-kind.ts';
import { betterCamera, choosableCameras, rankCameras } from '../../src/camera/rank-cameras.ts';
import { tellCameraKind } from '../../src/camera/tell-camera-kind.ts';

/** Names as browsers and makers give them. */
const LABELS: Readonly<Record<CameraKind, readonly string[]>> = {
  front: [
    'camera2 1, facing front',
    'Front Camera',
    'Front TrueDepth Camera',
    'FaceTime HD Camera (Built-in) (05ac:8514)',
    'Integrated Camera (04f2:b6d0)',
    'Surface Camera Front',
    'Frontkamera',
    'Vordere Kamera',
    'Caméra avant',
    'Cámara frontal',
    'Cámara delantera',
    'Câmera Frontal',
    'Fotocamera anteriore',
    'Camera aan voorzijde',
    'Kamera Depan',
    'Передняя камера',
    'Фронтальная камера',
    'Ön Kamera',
    'Camera trước',
    '前面カメラ',
    '前置相机',
    '前置鏡頭',
    '전면 카메라',
    'กล้องด้านหน้า',
    'الكاميرا الأمامية',
  ],
  back: [
    'camera2 0, facing back',
    'Back Camera',
    'Back Dual Wide Camera',
    'Surface Camera Rear',
    'Rückkamera',
    'Rückseitige Kamera',
    'Caméra arrière',
    'Cámara trasera',
    'Câmera Traseira',
    'Fotocamera posteriore',
    'Camera aan achterzijde',
    'Kamera Belakang',
    'Задняя камера',
    'Arka Kamera',
    'Camera sau',
    '背面カメラ',
    '后置相机',
    '後置鏡頭',
    '후면 카메라',
    'กล้องด้านหลัง',
    'الكاميرا الخلفية',
    'MacBook Pro Desk View Camera',
  ],
  external: [
    'Logitech BRIO (046d:085e)',
    'HD Pro Webcam C920 (046d:082d)',
    'Microsoft® LifeCam HD-3000',
    'USB Camera (0c45:6366)',
    'Ana’s iPhone Camera',
    'Intel(R) RealSense(TM) Depth Camera 435 with RGB Module RGB',
    'Intel RealSense 455 RGB (8086:0b5c)',
    'Cam Link 4K',
  ],
  infrared: [
    'Integrated IR Camera (04f2:b6d0)',
    'HP IR Camera',
    'Surface IR Camera Front',
    'Infrared Camera',
    'Infrarotkamera',
    'Kamera Inframerah',
    '赤外線カメラ',
    'Windows Hello Face Camera',
  ],
  depth: [
    'Intel(R) RealSense(TM) Depth Camera 435 with RGB Module Depth',
    'Azure Kinect Depth Camera',
    'Back LiDAR Depth Camera',
    'Front ToF Camera',
    'Time-of-Flight Sensor',
  ],
  virtual: [
    'OBS Virtual Camera (m-de:vice)',
    'OBS-Camera',
    'ManyCam Virtual Webcam',
    'Snap Camera',
    'DroidCam Source 3',
    'XSplit VCam',
    'e2eSoft VCam',
    'e2eSoft iVCam',
    'mmhmm Camera',
    'NDI Webcam Video 1',
    'NewTek NDI Video',
    'Iriun Webcam',
    'Virtuelle Kamera',
    '仮想カメラ',
    '虚拟摄像头',
    'Dummy video device (0x0000)',
    'fake_device_0',
    // A virtual camera that borrows the words of a real one is still virtual.
    'Virtual Front Camera',
    'Virtual IR Camera',
  ],
  // Words inside other words say nothing: "ir" in "Air", "obs" in "Jacobs", "depth" in "Depths".
  unknown: [
    '',
    'HD Camera',
    'Air Camera',
    'Jacobs Camera',
    'Camera of the Depths',
    'USB2.0 HD UVC WebCam (13d3:56a2)',
    'Kamera',
  ],
};

describe('what a camera seems to be by its name', () => {
  for (const [kind, labels] of Object.entries(LABELS)) {
    for (const label of labels) {
      it(`"${label}" is ${kind}`, () => assert.equal(tellCameraKind(label), kind));
    }
  }

  it('gives way to what the browser says of the side it looks to', () => {
    assert.equal(tellCameraKind('HD Camera', 'user'), 'front');
    assert.equal(tellCameraKind('HD Camera', 'environment'), 'back');
    assert.equal(tellCameraKind('Front Camera', 'environment'), 'back');
    assert.equal(tellCameraKind('HD Camera', 'left'), 'unknown');
  });

  it('tells what no side can: infrared, depth and virtual cameras may look at the person too', () => {
    assert.equal(tellCameraKind('IR Camera', 'user'), 'infrared');
    assert.equal(tellCameraKind('Depth Camera', 'user'), 'depth');
    assert.equal(tellCameraKind('OBS Virtual Camera', 'user'), 'virtual');
  });
});

const device = (label: string, deviceId = label, kind = 'videoinput') => ({
  kind,
  deviceId,
  label,
});
const camera = (label: string) => ({ deviceId: label, label, kind: tellCameraKind(label) });
const labelsOf = (cameras: readonly { label: string }[]) => cameras.map(({ label }) => label);

describe('the order of cameras', () => {
  it('puts those that look at the person first, and infrared, depth and virtual ones last', () => {
    const worst = ['OBS Virtual Camera', 'IR Camera', 'Depth Camera', 'Back Camera'];
    const best = ['HD Camera', 'Front Camera'];
    assert.deepEqual(labelsOf(rankCameras([...worst, ...best].map((label) => device(label)))), [
      'Front Camera',
      'HD Camera',
      'Back Camera',
      'Depth Camera',
      'IR Camera',
      'OBS Virtual Camera',
    ]);
  });

  it('is the browser’s own among those that are alike', () => {
    const labels = ['HD Camera', 'Logitech BRIO', 'Camera B', 'USB Camera', 'Camera A'];
    assert.deepEqual(labelsOf(rankCameras(labels.map((label) => device(label)))), labels);
    const reversed = labels.toReversed();
    assert.deepEqual(labelsOf(rankCameras(reversed.map((label) => device(label)))), reversed);
  });

  it('has no microphones, and no cameras that the browser does not name yet', () => {
    const devices = [device('Front', 'a', 'audioinput'), device('', ''), device('Front', 'b')];
    assert.deepEqual(rankCameras(devices), [{ deviceId: 'b', label: 'Front', kind: 'front' }]);
  });

  it('knows the side that the device itself tells', () => {
    const told = { ...device('Camera 1'), getCapabilities: () => ({ facingMode: ['user'] }) };
    const mute = { ...device('Camera 0'), getCapabilities: () => ({}) };
    assert.deepEqual(
      rankCameras([mute, told]).map(({ label, kind }) => [label, kind]),
      [
        ['Camera 1', 'front'],
        ['Camera 0', 'unknown'],
      ],
    );
  });
});

describe('a camera that the browser gave', () => {
  const all = rankCameras(
    ['OBS Virtual Camera', 'IR Camera', 'Back Camera', 'HD Camera', 'Front Camera'].map((label) =>
      device(label),
    ),
  );
  for (const label of ['OBS Virtual Camera', 'IR Camera', 'Depth Camera', 'Back Camera']) {
    it(`gives way to the best: ${label}`, () => {
      assert.equal(betterCamera(camera(label), all)?.label, 'Front Camera');
    });
  }
  for (const label of ['Front Camera', 'HD Camera', 'Logitech BRIO']) {
    it(`stays when it may show a face: ${label}`, () => {
      assert.equal(betterCamera(camera(label), all), undefined);
    });
  }
  it('stays when there is no better one', () => {
    const virtual = camera('OBS Virtual Camera');
    assert.equal(betterCamera(virtual, [virtual]), undefined);
    assert.equal(betterCamera(virtual, []), undefined);
  });

  it('stays when it is the best itself, and the track alone tells its side: Firefox', () => {
    const listed = camera('Default Video Device');
    const given = { ...listed, kind: 'back' } as const;
    assert.equal(listed.kind, 'unknown');
    assert.equal(betterCamera(given, [listed]), undefined);
    const other = camera('Camera 2');
    assert.equal(betterCamera(given, [listed, other]), other);
  });
});

describe('the cameras that a person may choose from', () => {
  const all = ['Front Camera', 'Back Camera', 'IR Camera', 'OBS Virtual Camera'].map(camera);

  it('are those that show a face in its colours', () => {
    assert.deepEqual(labelsOf(choosableCameras(all, camera('Front Camera'))), [
      'Front Camera',
      'Back Camera',
    ]);
  });

  it('include the one that is on, whatever it is', () => {
    assert.deepEqual(labelsOf(choosableCameras(all, camera('IR Camera'))), [
      'Front Camera',
      'Back Camera',
      'IR Camera',
    ]);
  });
});
